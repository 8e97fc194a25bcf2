/** The simulated WhatsApp of the workspace, as the first steps use it. */
import { api, ok, type Schemas } from '../api/client';
import { t } from '../i18n/i18n.svelte';
import { queries } from '../queries';

export type Person = Schemas['SimulatedPerson'];

export async function switchSimulator(enabled: boolean): Promise<void> {
  queries.setQueryData(['simulator'], await ok(api.PUT('/api/simulator', { body: { enabled } })));
  await queries.invalidateQueries({ queryKey: ['accounts'] });
}

// How mobile numbers begin, so that a made-up one looks like a neighbour's.
const MOBILE: Readonly<Record<string, string>> = {
  SA: '+96650123',
  AE: '+97150123',
  QA: '+9745512',
  KW: '+9655012',
  BH: '+9733612',
  OM: '+9689212',
  JO: '+96279012',
  EG: '+20100123',
  MA: '+212650123',
  GB: '+447400123',
  DE: '+4915123456',
  FR: '+3361234',
  ES: '+3461234',
  IN: '+9198123',
  BR: '+551196123',
  US: '+1201555',
};

/** Who writes first when nobody is there yet: somebody of the business's own country. */
export async function somebody(region: string): Promise<Person> {
  const { items } = await ok(api.GET('/api/simulator/people', { params: { query: { limit: 1 } } }));
  const [present] = items;
  if (present) return present;
  const ending = String(Math.floor(1000 + Math.random() * 9000));
  const phone_number = (MOBILE[region] ?? MOBILE['SA']) + ending;
  const body = { name: t('phone.name'), phone_number, auto_read: true };
  return ok(api.POST('/api/simulator/people', { body }));
}
