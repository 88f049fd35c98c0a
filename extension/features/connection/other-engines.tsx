import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import type { SectionProps } from './comfydeploy-section.tsx';
import { ComfyUiSection } from './comfyui-section.tsx';
import { OtherEngineForm } from './other-engine-form.tsx';
import { PredictionsSection } from './predictions-section.tsx';

/** Engines beside ComfyDeploy, folded: to try Restyle out, and to go on when ComfyDeploy does not. */
export function OtherEngines(props: SectionProps) {
  const { onDevice, comfyui, predictions } = settingsWords;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{settingsWords.others}</h2>
      <Disclosure label={onDevice.label}>
        <OtherEngineForm
          {...props}
          label={onDevice.label}
          lead={onDevice.lead}
          cost="onDevice"
          draft={{ engine: 'on-device' }}
        />
      </Disclosure>
      <Disclosure label={comfyui.label}>
        <ComfyUiSection {...props} />
      </Disclosure>
      <Disclosure label={predictions.label}>
        <PredictionsSection {...props} />
      </Disclosure>
    </section>
  );
}
