/** A layer goes. One within an instance can only be hidden, which is then that instance's own. */
export function takeOut(layer: SceneNode): void {
  if (isInInstance(layer)) layer.visible = false;
  else layer.remove();
}

function isInInstance({ parent }: BaseNode): boolean {
  return parent !== null && (parent.type === 'INSTANCE' || isInInstance(parent));
}
