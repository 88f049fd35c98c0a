import type { Connection } from '#shared/connection/connection.ts';
import { isDeviceToken } from '#shared/connection/device-token.ts';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { createComfyUiEngine } from '#shared/engines/comfyui/engine.ts';
import type { Engine } from '#shared/engines/engine.ts';
import type { Politeness } from '#shared/engines/http/politeness.ts';
import { applyLook } from '#shared/engines/on-device/apply-look.ts';
import { createOnDeviceEngine } from '#shared/engines/on-device/engine.ts';
import { createPredictionsEngine } from '#shared/engines/predictions/engine.ts';
import { plainModel, predictionsModels } from '#shared/engines/predictions/models.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PixelCodec } from '#shared/images/pixel-codec.ts';
import type { BlobStore, Clock, HttpFetch, OpenSocket } from '#shared/ports.ts';

export type EnginePorts = {
  fetch: HttpFetch;
  clock: Clock;
  blobs: BlobStore;
  pixels: PixelCodec;
  /** One a surface: an engine is opened anew for every step, and what a server has asked for must last. */
  politeness: Politeness;
  /** Left out where there are no WebSockets to be had. */
  openSocket?: OpenSocket;
};

/** The engine behind a connection. Raises `unauthorized` when it needs a key and there is none. */
export function openEngine(connection: Connection, apiKey: string | null, ports: EnginePorts): Engine {
  const { fetch, clock, blobs, pixels, politeness, openSocket } = ports;
  const tellsPreset = isDeviceToken(apiKey);
  switch (connection.engine) {
    case 'comfydeploy': {
      const { baseUrl, deploymentId, description } = connection;
      const options = { baseUrl, deploymentId, outputId: description.outputId, fetch, clock, politeness };
      return createComfyDeployEngine({ ...options, apiKey: keyOf(apiKey), tellsPreset });
    }
    case 'comfyui': {
      const { baseUrl, workflow } = connection;
      const socket = openSocket ? { openSocket } : {};
      return createComfyUiEngine({ baseUrl, apiKey, workflow, fetch, clock, politeness, ...socket });
    }
    case 'predictions': {
      const model = predictionsModels.find(({ id }) => id === connection.modelId) ?? plainModel;
      return createPredictionsEngine({
        baseUrl: connection.baseUrl,
        apiKey: keyOf(apiKey),
        model,
        tellsPreset,
        fetch,
        clock,
        politeness,
      });
    }
    case 'on-device':
      return createOnDeviceEngine({ codec: pixels, draw: applyLook, blobs });
  }
}

function keyOf(apiKey: string | null): string {
  if (apiKey === null) throw new AppError('unauthorized', 'The stored key cannot be opened on this device');
  return apiKey;
}
