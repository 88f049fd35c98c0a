import { SettingsScreen } from '../../features/connection/settings-screen.tsx';
import { DataSection } from '../../features/data/data-section.tsx';
import { HistorySettings } from '../../features/history/history-settings.tsx';
import { KeychainSection } from '../../features/keychain/keychain-section.tsx';
import { PairingSection } from '../../features/pairing/pairing-section.tsx';
import { LookSection } from '../../features/preferences/look-section.tsx';
import { ShortcutsSection } from '../../features/preferences/shortcuts-section.tsx';
import { PresetsSection } from '../../features/presets/presets-section.tsx';
import { TeamSetupExport } from '../../features/team-setup/team-setup-export.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

const services = createServices();

mount(
  <SettingsScreen services={services}>
    <TeamSetupExport services={services} />
    <KeychainSection services={services} />
    <PresetsSection services={services} />
    <HistorySettings services={services} />
    <PairingSection />
    <LookSection />
    <ShortcutsSection />
    <DataSection services={services} />
  </SettingsScreen>,
);
