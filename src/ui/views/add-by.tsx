import type { Way } from '../state/route.ts';
import { AddHand } from './add-hand.tsx';
import { AddImage } from './add-image.tsx';
import { AddPage, AddPointed } from './add-page.tsx';
import { AddText } from './add-text.tsx';

const views = { page: AddPage, pointed: AddPointed, image: AddImage, text: AddText, hand: AddHand } as const;

export function AddBy({ way }: { readonly way: Way }) {
  const View = views[way];
  return <View />;
}
