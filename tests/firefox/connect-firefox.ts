import type { Frame, Page } from 'puppeteer-core';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import type { StandIn } from '../stand-in/stand-in.ts';
import type { FirefoxStage } from './firefox-stage.ts';

/** Fills the settings page in and presses Connect, as the admin would. */
export async function connectFirefox({ settings }: FirefoxStage, standIn: StandIn): Promise<void> {
  await fill(settings, 'API key', standIn.apiKey);
  await fill(settings, 'Deployment id', standIn.deploymentId);
  await fill(settings, 'Server address', standIn.baseUrl);
  await fill(settings, 'Addresses of its picture storage', standIn.storageUrl);
  await settings.bringToFront();
  await settings.locator('button[type=submit]').click();
  await waitFor('the connection', () => hasText(settings, 'Connected to'));
}

/** Types into a field as far as the page can tell; labels name their fields by `for`. */
export async function fill(where: Page | Frame, label: string, value: string): Promise<void> {
  await where.evaluate(
    (wanted, text) => {
      const found = [...document.querySelectorAll('label')].find(
        (each) => each.textContent?.trim() === wanted,
      );
      const field = document.getElementById(found?.htmlFor ?? '') as
        | HTMLInputElement
        | HTMLTextAreaElement
        | null;
      if (!field) throw new Error(`No field is called ${wanted}`);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    label,
    value,
  );
}

function hasText(settings: Page, text: string): Promise<boolean> {
  return settings.evaluate((wanted) => document.body.textContent.includes(wanted), text);
}
