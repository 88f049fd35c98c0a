import { connect } from '../product/connect.ts';
import { connectOther } from '../product/connect-other.ts';
import type { Product } from '../product/open-product.ts';
import type { EngineOptions } from './engine-options.ts';

/** Connects whatever engine was asked for, as a person would: through the settings page. */
export async function connectEngine(product: Product, options: EngineOptions): Promise<void> {
  if (options.engine !== 'comfydeploy') return connectOther(product, options);
  if (options.server) await connect(product, options.server);
}
