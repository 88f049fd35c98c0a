import { useState } from 'preact/hooks';
import type { ComfyUiDraft } from '#shared/connection/other-draft.ts';
import { localComfyUiUrl } from '#shared/engines/comfyui/base-url.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import type { OpenedSetup } from '#shared/team-setup/team-setup.ts';
import { Field } from '#shared/ui/controls/field.tsx';
import { SecretInput } from '#shared/ui/controls/secret-input.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import type { SectionProps } from './comfydeploy-section.tsx';
import { OtherEngineForm } from './other-engine-form.tsx';

const words = settingsWords.comfyui;

const emptyDraft: ComfyUiDraft = {
  engine: 'comfyui',
  baseUrl: localComfyUiUrl,
  apiKey: '',
  workflowText: '',
  workflowName: '',
};

/** A ComfyUI of one's own, or Comfy Cloud, with a workflow file. */
export function ComfyUiSection(props: SectionProps) {
  const [draft, setDraft] = useState(() => firstDraft(props.setup ?? null));
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    const workflowText = await file.text();
    // The other fields may have changed while it was read.
    setDraft((now) => ({ ...now, workflowText, workflowName: file.name.replace(/\.json$/i, '') }));
  };
  return (
    <OtherEngineForm {...props} label={words.label} lead={words.lead} cost="comfyui" draft={draft}>
      <TextInput
        label={words.address}
        hint={words.addressHint}
        type="url"
        value={draft.baseUrl}
        onValue={(baseUrl) => setDraft({ ...draft, baseUrl })}
      />
      <Field
        label={words.workflow}
        hint={draft.workflowName === '' ? words.workflowHint : words.workflowTaken(draft.workflowName)}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            accept="application/json,.json"
            onChange={(event) => void takeFile(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <SecretInput
        label={words.key}
        hint={words.keyHint}
        showLabel={panelWords.connect.showKey}
        hideLabel={panelWords.connect.hideKey}
        value={draft.apiKey}
        onValue={(apiKey) => setDraft({ ...draft, apiKey })}
      />
    </OtherEngineForm>
  );
}

function firstDraft(setup: OpenedSetup | null): ComfyUiDraft {
  if (setup?.server.engine !== 'comfyui') return emptyDraft;
  const { baseUrl, workflow } = setup.server;
  const workflowText = JSON.stringify(workflow.graph);
  return { ...emptyDraft, baseUrl, workflowText, workflowName: workflow.name, apiKey: setup.apiKey ?? '' };
}
