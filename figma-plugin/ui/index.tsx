import { render } from '@create-figma-plugin/ui';
import { App } from './app.tsx';

export default render(App);
