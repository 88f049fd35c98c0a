import { useState } from 'preact/hooks';
import { toErrorData } from '#shared/errors/app-error.ts';
import { readTeamSetup } from '#shared/team-setup/setup-text.ts';
import type { TeamSetup } from '#shared/team-setup/team-setup.ts';

/** What a pasted or opened text turns out to be. */
export function useSetupText() {
  const [found, setFound] = useState<TeamSetup | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function read(text: string): Promise<void> {
    setFound(null);
    setProblem(null);
    if (text.trim() === '') return;
    try {
      setFound(await readTeamSetup(text));
    } catch (error) {
      setProblem(toErrorData(error).detail);
    }
  }

  return { found, problem, read };
}
