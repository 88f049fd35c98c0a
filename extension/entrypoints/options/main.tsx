import { SettingsScreen } from '../../features/connection/settings-screen.tsx';
import { HistorySettings } from '../../features/history/history-settings.tsx';
import { KeychainSection } from '../../features/keychain/keychain-section.tsx';
import { PairingSection } from '../../features/pairing/pairing-section.tsx';
import { PresetsSection } from '../../features/presets/presets-section.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

const services = createServices();

mount(
  <SettingsScreen services={services}>
    <KeychainSection services={services} />
    <PresetsSection services={services} />
    <HistorySettings services={services} />
    <PairingSection />
  </SettingsScreen>,
);
