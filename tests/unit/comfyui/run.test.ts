import { describe, expect, it } from 'vitest';
import { toEngineRun } from '#shared/engines/comfyui/run.ts';
import type { WireJob } from '#shared/engines/comfyui/wire.ts';
import { parseWorkflow } from '#shared/engines/comfyui/workflow.ts';
import { kontextFile, kontextGraph } from '../../fixtures/kontext-workflow.ts';

const workflow = parseWorkflow(kontextFile);
const urlOf = ({ filename, type }: { filename: string; type: string }) => `${type}/${filename}`;
const look = (job: Partial<WireJob>, queuePosition: number | null = null) =>
  toEngineRun({ job: { id: '1', status: 'completed', ...job }, queuePosition }, { workflow, urlOf });
const image = (filename: string, type: string) => ({ images: [{ filename, subfolder: '', type }] });

describe('a job of ComfyUI as a run', () => {
  it.each([
    ['pending', 'waiting'],
    ['in_progress', 'running'],
    ['completed', 'success'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['a_status_of_tomorrow', 'running'],
  ])('%s is %s', (status, state) => {
    expect(look({ status }).state).toBe(state);
  });

  it('knows an interrupted run from a failed one by its events', () => {
    const messages = [['execution_interrupted', { node_id: '16' }]];
    expect(look({ status: 'failed', execution_status: { messages } }).state).toBe('cancelled');
  });

  it('takes the picture of the wanted node, then a saved one, then a preview', () => {
    const outputs = {
      '2': image('preview.png', 'temp'),
      '3': image('mask.png', 'output'),
      '9': image('ours.png', 'output'),
    };
    expect(look({ outputs }).output?.fileName).toBe('ours.png');
    expect(look({ outputs: { ...outputs, '9': {} } }).output).toEqual({
      url: 'output/mask.png',
      fileName: 'mask.png',
    });
    expect(look({ outputs: { '2': outputs['2'] } }).output?.fileName).toBe('preview.png');
    expect(
      look({ outputs: { '1': { text: ['words'] }, '4': null, '5': { images: [null, 'x'] } } }).output,
    ).toBeNull();
  });

  it.each([
    ['milliseconds', 1_700_000_000_000],
    ['seconds, as Comfy Cloud', 1_700_000_000],
  ])('counts waiting and running from %s', (_, createTime) => {
    const messages = [
      ['execution_start', { timestamp: 1_700_000_004_000 }],
      ['execution_success', { timestamp: 1_700_000_011_500 }],
    ];
    const run = look({ create_time: createTime, execution_status: { messages } });
    expect(run).toMatchObject({ queueSeconds: 4, runSeconds: 7.5 });
  });

  it('reads back the inputs that were sent', () => {
    const { inputs } = look({ workflow: { prompt: { ...kontextGraph } } });
    expect(inputs).toMatchObject({ '6.text': 'make it watercolor', '16.seed': 7 });
  });
});
