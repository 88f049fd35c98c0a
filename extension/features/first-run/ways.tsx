import { useEffect, useRef, useState } from 'preact/hooks';
import { welcomeWords as words } from '#shared/i18n/en/welcome.ts';
import type { OpenedSetup } from '#shared/team-setup/team-setup.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { ComputerIcon, SparkIcon, TeamIcon } from '#shared/ui/icons/icons.tsx';
import type { Services } from '../../platform/services.ts';
import box from './box.module.css';
import { usePastedSetup } from './use-pasted-setup.ts';
import { useSampleLooks } from './use-sample-looks.ts';
import { WayCard } from './way-card.tsx';
import styles from './ways.module.css';
import type { WelcomeForms } from './welcome-forms.ts';

type WaysProps = {
  services: Services;
  forms: WelcomeForms;
  /** Where a model is connected, a photograph would go to that: the promise of the sample would not hold. */
  hasSample: boolean;
  isConnected: boolean;
  onConnected: () => void;
};

/** Three ways in, side by side; what the chosen one asks for stands below. */
export function Ways({ services, forms, hasSample, isConnected, ...props }: WaysProps) {
  const [pasted, setPasted] = usePastedSetup();
  const [way, setWay] = useState<'team' | 'own' | null>(null);
  const [setup, setSetup] = useState<OpenedSetup | null>(null);
  const sample = useSampleLooks(services);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pasted !== '') setWay('team');
  }, [pasted]);
  // What is still missing is where the person goes on.
  useEffect(() => {
    if (setup) form.current?.querySelector<HTMLElement>('form input')?.focus();
  }, [setup]);
  // What was asked for is done with: what follows from it is shown instead.
  const onConnected = () => {
    setWay(null);
    props.onConnected();
  };
  const take = (next: OpenedSetup) => {
    setPasted('');
    setSetup(next);
    setWay(next.server.engine === 'comfyui' ? 'own' : 'team');
  };
  return (
    <section class={styles.section} aria-labelledby="ways">
      <h2 id="ways" class={styles.question}>
        {isConnected ? words.otherWays : words.question}
      </h2>
      <div class={styles.cards}>
        <WayCard icon={TeamIcon} {...words.team} isOpen={way === 'team'} onChoose={() => setWay('team')} />
        <WayCard icon={ComputerIcon} {...words.own} isOpen={way === 'own'} onChoose={() => setWay('own')} />
        {hasSample && (
          <WayCard icon={SparkIcon} {...words.sample} isBusy={sample.isBusy} onChoose={sample.begin} />
        )}
      </div>
      {way === 'team' && (
        <div ref={form} class={box.box}>
          {forms.setup(pasted, take)}
          <p class={styles.more}>{words.team.more}</p>
          <Disclosure key={keyOf(setup)} label={words.team.byHand} open={setup !== null}>
            {forms.team({ setup, onConnected })}
          </Disclosure>
        </div>
      )}
      {way === 'own' && (
        <div key={keyOf(setup)} class={box.box}>
          {forms.own({ setup, onConnected })}
        </div>
      )}
    </section>
  );
}

/** A form is filled in once, when it is made: another setup makes another form. */
function keyOf(setup: OpenedSetup | null): string {
  return setup ? JSON.stringify(setup.server) : '';
}
