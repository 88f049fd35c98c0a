import '#shared/ui/tokens.css';
import '#shared/ui/base.css';
import './page/phone.css';
import { render } from 'preact';
import { Entry } from './page/entry.tsx';

const root = document.getElementById('root');
if (root) render(<Entry />, root);
