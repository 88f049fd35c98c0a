/** What makes the picture behave and end like its layer: rounded corners, and where it is pinned. */
export function copyLook(layer: SceneNode, picture: RectangleNode | FrameNode): void {
  if ('topLeftRadius' in layer) {
    picture.topLeftRadius = layer.topLeftRadius;
    picture.topRightRadius = layer.topRightRadius;
    picture.bottomLeftRadius = layer.bottomLeftRadius;
    picture.bottomRightRadius = layer.bottomRightRadius;
    picture.cornerSmoothing = layer.cornerSmoothing;
  }
  const isSibling = layer.parent?.id === picture.parent?.id;
  if (isSibling && 'constraints' in layer) picture.constraints = layer.constraints;
}
