/**
 * The few globals that every JavaScript engine we run on has (both browsers, their workers, Node), and that
 * the ES library leaves out. Anything that is not here is not for core: a `document`, a `browser`, a `fetch`
 * or a `crypto` in this folder is a compile error, and that is what keeps it pure.
 */
interface TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: { new (): TextEncoder };

interface TextDecoder {
  decode(bytes: Uint8Array): string;
}
declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

interface URL {
  readonly protocol: string;
  readonly origin: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly href: string;
}
declare var URL: { new (url: string, base?: string): URL; canParse(url: string): boolean };
