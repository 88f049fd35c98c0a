import { ComfyDeploySection } from '../../features/connection/comfydeploy-section.tsx';
import { ComfyUiSection } from '../../features/connection/comfyui-section.tsx';
import { RoleChoices } from '../../features/connection/role-choices.tsx';
import { WelcomeScreen } from '../../features/first-run/welcome-screen.tsx';
import { TeamSetupImport } from '../../features/team-setup/team-setup-import.tsx';
import { createServices } from '../../platform/services.ts';
import { mount } from '../../platform/views/mount.tsx';

const services = createServices();

/** Table of contents: the first run is made of forms that the settings have too. */
mount(
  <WelcomeScreen
    services={services}
    forms={{
      setup: (pasted, onSetup) => <TeamSetupImport services={services} pasted={pasted} onSetup={onSetup} />,
      team: (props) => <ComfyDeploySection {...props} services={services} />,
      own: (props) => <ComfyUiSection {...props} services={services} />,
      roles: (connection, onChange) => <RoleChoices connection={connection} onChange={onChange} />,
    }}
  />,
);
