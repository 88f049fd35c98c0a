import type { FunctionComponent } from 'preact';

/**
 * In place of the library's own, which takes `forwardRef` from `preact/compat`: that weighs half as
 * much as preact, and the panel hands no component a ref.
 */
export function createComponent<Props>(
  render: (props: Props, ref: null) => ReturnType<FunctionComponent>,
): FunctionComponent<Props> {
  return (props) => render(props as Props, null);
}
