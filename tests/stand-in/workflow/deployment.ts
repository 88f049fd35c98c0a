import { owner } from '../auth/keys.ts';
import { createGraph, type WorkflowGraph } from './graph.ts';

export type Deployment = {
  id: string;
  workflowId: string;
  workflowVersionId: string;
  machineId: string;
  machineVersionId: string;
  name: string;
  environment: 'production' | 'staging';
  /** Set on modern deployments, which `GET /deployments` hides unless asked with `is_fluid`. */
  modalImageId: string | null;
  gpu: string | null;
  graph: WorkflowGraph;
};

/** The deployment that everything is set up with, and an older one without a strength slider. */
export function createDeployments(
  defaultPictureUrl: string,
  { hasSettings }: { hasSettings: boolean },
): { main: Deployment; plain: Deployment } {
  const main: Deployment = {
    id: '15e79589-12c9-453c-a41a-348fdd7de957',
    workflowId: 'fb8d1f35-2a14-4bec-aca8-71098b251fe9',
    workflowVersionId: 'ae27e2c2-9eeb-4250-b2d4-437a8ba76f27',
    machineId: '0b6cb1c2-0f0e-4b3f-9f0a-b2c7c1a3c001',
    machineVersionId: '5d1f3a40-7c55-4a19-9b8e-2f0c6f0d1a11',
    name: 'Flux Kontext edit',
    environment: 'production',
    modalImageId: 'im-01ABC',
    gpu: 'L40S',
    graph: createGraph({ defaultPictureUrl, hasStrength: true, hasSettings }),
  };
  const plain: Deployment = {
    ...main,
    id: '7c0f4a12-6a0e-4a8b-9d5c-1e2f3a4b5c6d',
    workflowVersionId: 'c9d0a7be-58f2-4c39-8f10-9a7d5b3e2c44',
    name: 'Flux Kontext edit, no strength',
    environment: 'staging',
    modalImageId: null,
    gpu: null,
    graph: createGraph({ defaultPictureUrl, hasStrength: false }),
  };
  return { main, plain };
}

/** What a machine runs on when neither deployment nor request says. */
export const machineGpu = 'A10G';

export const isOwnedBy = (caller: { orgId: string | null }) => caller.orgId === owner.orgId;
