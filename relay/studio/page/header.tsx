import { webAppWords as words } from '#shared/i18n/en/web-app.ts';
import { Menu, type MenuItem } from '#shared/ui/controls/menu.tsx';
import { type SignedIn, signOut } from '../platform/relay.ts';
import { eraseMember, type Services } from '../platform/services.ts';
import styles from './page.module.css';

/** The product's name, and whose pictures these are. */
export function Header({ member, services }: { member: SignedIn; services: Services }) {
  const erase = () => {
    if (confirm(words.eraseConfirm)) void eraseMember(services).then(signOut);
  };
  const items: MenuItem[] = [
    ...(member.role === 'admin' ? [{ label: words.admin, onSelect: () => location.assign('/admin') }] : []),
    { label: words.signOut, onSelect: signOut },
    { label: words.signOutAndErase, isDanger: true, onSelect: erase },
  ];
  return (
    <header class={styles.header}>
      <img src={`${import.meta.env.BASE_URL}icon/48.png`} alt="" width={24} height={24} />
      <h1 class={styles.name}>{words.title}</h1>
      <span class={styles.member} dir="auto">
        {member.name}
      </span>
      <Menu label={words.account(member.name)} items={items} />
    </header>
  );
}
