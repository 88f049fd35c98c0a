import type { NodeData } from './node-data.ts';

/** How one thing of a node is read, and written where that is allowed. */
export type Member<T> = { get(data: NodeData): T; set?(data: NodeData, value: T): void };

/** Some of what one of Figma's interfaces has, each as the typings say it is. */
export type MembersOf<Interface> = {
  [Name in Exclude<keyof Interface, 'toString'>]?: Member<Interface[Name]>;
};

/** Members of any interface, by name. */
export type AnyMembers = Record<
  string,
  { get(data: NodeData): unknown; set?(data: NodeData, value: never): void }
>;

/** Something that is only read, be it a function to be called. */
export const value = <T>(get: (data: NodeData) => T): Member<T> => ({ get });
