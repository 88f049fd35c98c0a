/** A process's life: after its end nothing it asks of the world is answered, and nothing it does is done. */
export type Life = { isOver: boolean };

const never = new Promise<never>(() => {});

/** A port as a living process sees it, and a dead one does not. */
export function mortal<Port extends object>(port: Port, life: Life): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => (life.isOver ? never : member.apply(target, args));
    },
  });
}
