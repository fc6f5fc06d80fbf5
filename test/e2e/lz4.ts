/**
 * Reads Firefox's `mozLz4` files, in which session restore and others keep their JSON: the magic, the size of
 * the content (32 bits, little-endian), then one LZ4 block (LZ4 block format, revision 2015). Frames, dictionaries
 * and checksums are not part of it, and are refused by having another magic.
 */
const MAGIC = Buffer.from('mozLz40\0', 'latin1');
const MIN_MATCH = 4;

/** The content of a `mozLz4` file; null for any other file. Throws a RangeError when the file is cut off. */
export function readMozLz4(file: Buffer): Buffer | null {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const size = file.readUInt32LE(MAGIC.length);
  return readBlock(file.subarray(MAGIC.length + 4), size);
}

function readBlock(block: Buffer, size: number): Buffer {
  const content = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const length = (short: number) => {
    let long = short;
    if (short !== 15) return long;
    let more;
    do {
      more = block.readUInt8(from++);
      long += more;
    } while (more === 255);
    return long;
  };
  while (from < block.length) {
    const token = block.readUInt8(from++);
    const literals = length(token >> 4);
    block.copy(content, to, from, from + literals);
    from += literals;
    to += literals;
    if (from >= block.length) break; // the last sequence has no match
    const offset = block.readUInt16LE(from);
    from += 2;
    // Byte by byte, for a match may overlap what it writes.
    for (let left = length(token & 15) + MIN_MATCH; left > 0; left--, to++) {
      content.writeUInt8(content.readUInt8(to - offset), to);
    }
  }
  return content.subarray(0, to);
}
