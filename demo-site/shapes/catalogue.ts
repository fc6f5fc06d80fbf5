import { boxShapes } from './groups/boxes.ts';
import { channelShapes } from './groups/channels.ts';
import { fieldShapes } from './groups/fields.ts';
import { frameShapes } from './groups/frames.ts';
import { frameworkShapes } from './groups/frameworks.ts';
import { hidingShapes } from './groups/hiding.ts';
import { listShapes } from './groups/lists.ts';
import { otherShapes } from './groups/others.ts';
import { pictureShapes } from './groups/pictures.ts';
import { timingShapes } from './groups/timing.ts';
import type { Shape } from './shape.ts';

/** Every page of the zoo: a test of an authenticator loops over it, and finds in each what is to be done there. */
export const shapes: readonly Shape[] = [
  ...fieldShapes,
  ...boxShapes,
  ...frameworkShapes,
  ...timingShapes,
  ...frameShapes,
  ...channelShapes,
  ...otherShapes,
  ...pictureShapes,
  ...hidingShapes,
  ...listShapes,
];

const byId = new Map(shapes.map((shape) => [shape.id, shape]));

export function shapeById(id: string): Shape | undefined {
  return byId.get(id);
}
