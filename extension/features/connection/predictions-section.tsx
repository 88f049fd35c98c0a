import { useState } from 'preact/hooks';
import type { PredictionsDraft } from '#shared/connection/other-draft.ts';
import { plainModel, predictionsModels, replicateBaseUrl } from '#shared/engines/predictions/models.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { SecretInput } from '#shared/ui/controls/secret-input.tsx';
import { Select } from '#shared/ui/controls/select.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import type { SectionProps } from './comfydeploy-section.tsx';
import { OtherEngineForm } from './other-engine-form.tsx';

const words = settingsWords.predictions;

const emptyDraft: PredictionsDraft = {
  engine: 'predictions',
  baseUrl: replicateBaseUrl,
  apiKey: '',
  modelId: predictionsModels.find(({ id }) => id !== plainModel.id)?.id ?? plainModel.id,
};

/** Replicate, or any server of the plain `/v1/predictions` shape. */
export function PredictionsSection(props: SectionProps) {
  const [draft, setDraft] = useState(emptyDraft);
  return (
    <OtherEngineForm {...props} label={words.label} lead={words.lead} cost="predictions" draft={draft}>
      <TextInput
        label={words.address}
        type="url"
        value={draft.baseUrl}
        onValue={(baseUrl) => setDraft({ ...draft, baseUrl })}
      />
      <Select
        label={words.model}
        value={draft.modelId}
        options={predictionsModels.map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(modelId) => setDraft({ ...draft, modelId })}
      />
      <SecretInput
        label={words.key}
        showLabel={panelWords.connect.showKey}
        hideLabel={panelWords.connect.hideKey}
        value={draft.apiKey}
        onValue={(apiKey) => setDraft({ ...draft, apiKey })}
      />
    </OtherEngineForm>
  );
}
