// Once for all browser tests: one product, one browser.
import { launchChromiumServer } from './chromium.mjs';
import { startProduct } from './harness.mjs';

export async function setup(project) {
  // Subscribers' webhooks lead to receivers of the tests.
  const product = await startProduct({ ALLOW_LOOPBACK_WEBHOOKS: '1' });
  const browser = await launchChromiumServer();
  const { url, email, password, apiKey, integrations, stateDir } = product;
  project.provide('product', { url, email, password, apiKey, integrations, stateDir });
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await product.stop();
  };
}
