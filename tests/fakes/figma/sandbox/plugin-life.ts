import type { FakeWorld } from './fake-world.ts';
import { createPanelApi, type PanelHost } from './panel-api.ts';
import { createPluginApi } from './plugin-api.ts';
import { createQuickActions } from './quick-actions.ts';

/** One launch of the plugin: its `figma` object until it is closed, and what reaches it from outside. */
export function startPluginLife(world: FakeWorld, host: PanelHost & { onEnd(): void }) {
  const panel = createPanelApi(host);
  const { parameters, type, suggestions } = createQuickActions();
  let isClosed = false;

  /** What closing the panel does: nothing of the plugin is heard or called any more. */
  function stop(): void {
    if (isClosed) return;
    world.events.emitNow('close');
    isClosed = true;
    panel.close();
    world.events.clear();
    host.onEnd();
  }

  function closePlugin(message?: string): void {
    if (message) world.notices.push(message);
    stop();
  }

  const api = createPluginApi(world, { ui: panel.ui, showUI: panel.showUI, parameters, closePlugin });
  return {
    figma: untilClosed(api, () => isClosed),
    /** What Figma does once the plugin's code has run. */
    run: (command: string, given?: object) => world.events.emit('run', { command, parameters: given }),
    receive: panel.receive,
    type,
    suggestions,
    stop,
  };
}

/** A closed plugin's code may still run on, but nothing of Figma's is there for it. */
function untilClosed<T extends object>(api: T, isClosed: () => boolean): T {
  const check = (name: string | symbol) => {
    if (isClosed()) throw new Error(`in ${String(name)}: The plugin has been closed`);
  };
  return new Proxy(api, {
    get(target, name) {
      check(name);
      return Reflect.get(target, name);
    },
    set(target, name, value) {
      check(name);
      return Reflect.set(target, name, value);
    },
  });
}
