import { baseMembers } from './base-members.ts';
import { containerMembers, pageMembers } from './container-members.ts';
import type { FakeWorld } from './fake-world.ts';
import type { AnyMembers } from './members.ts';
import { isContainer, isGroupLike, isPlaced, type NodeData } from './node-data.ts';
import { drawnMembers, filledMembers, lockedMembers, placedMembers, sizedMembers } from './placed-members.ts';
import { propertyMember } from './property-member.ts';

/** What a node of this type has, and what happens when it is read, written or called. */
export function membersOf(world: FakeWorld, { type, properties }: NodeData): AnyMembers {
  const hasSize = isPlaced(type) && !isGroupLike(type);
  return {
    ...baseMembers(world),
    type: { get: (data) => data.type },
    ...(isPlaced(type) ? placedMembers(world) : {}),
    ...(isPlaced(type) && type !== 'SECTION' ? drawnMembers(world) : {}),
    ...('fillStyleId' in properties ? filledMembers() : {}),
    ...(hasSize ? sizedMembers(world) : {}),
    ...(hasSize && type !== 'LINE' && type !== 'SLICE' ? lockedMembers() : {}),
    ...(isContainer(type) ? containerMembers(world) : {}),
    ...Object.fromEntries(Object.keys(properties).map((name) => [name, propertyMember(world, name)])),
    ...(type === 'PAGE' ? pageMembers(world) : {}),
  };
}
