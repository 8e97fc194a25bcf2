/** A customer while they are edited: what the form shows, and what of it is to be sent. */
import type { Schemas } from '../api/client';
import { fromText, toText, type AttributeType } from './attributes';
import type { Customer } from './customers';
import { fromLocal, toLocal } from './datetime';

/** An attribute that the customer has, as its input shows it. */
export interface DraftAttribute {
  key: string;
  label: string;
  /** Null for what was written without a definition: it can be taken away, and is text. */
  type: AttributeType | null;
  text: string;
}

export interface Draft {
  name: string;
  phone: string;
  email: string;
  tags: string[];
  attributes: DraftAttribute[];
}

export const EMPTY: Draft = { name: '', phone: '', email: '', tags: [], attributes: [] };

/** The draft of a customer as they are. */
export function draftOf(customer: Customer, timeZone: string): Draft {
  const defined = customer.attributes
    .filter((attribute) => attribute.value != null)
    .map(({ key, label, type, value }) => ({
      key,
      label,
      type,
      text: type === 'datetime' ? toLocal(String(value), timeZone) : toText(type, value),
    }));
  const known = new Set(customer.attributes.map((attribute) => attribute.key));
  const untyped = Object.entries(customer.metadata)
    .filter(([key, value]) => !known.has(key) && value !== null)
    .map(([key, value]) => ({ key, label: key, type: null, text: String(value) }));
  return {
    name: customer.name ?? '',
    phone: customer.phone ?? '',
    email: customer.email ?? '',
    tags: [...customer.tags],
    attributes: [...defined, ...untyped],
  };
}

/** The API's form of an attribute's value, or what is wrong with it. */
export function valueOf(attribute: DraftAttribute, timeZone: string): ReturnType<typeof fromText> {
  const read = fromText(attribute.type ?? 'text', attribute.text);
  if ('error' in read || attribute.type !== 'datetime') return read;
  try {
    return { value: fromLocal(String(read.value), timeZone) };
  } catch {
    return { error: 'attribute.notMoment' };
  }
}

type Change = Pick<Schemas['UpdateCustomer'], 'name' | 'phone' | 'email' | 'tags' | 'attributes'>;

/** What leads from one draft to another, for `PATCH`. Both must be without mistakes. */
export function changes(from: Draft, to: Draft, timeZone: string): Change {
  const change: Record<string, unknown> = {};
  if (to.name.trim() !== from.name) change['name'] = to.name.trim() || null;
  if (to.phone.trim() !== from.phone && to.phone.trim() !== '') change['phone'] = to.phone.trim();
  if (to.email.trim() !== from.email) change['email'] = to.email.trim() || null;
  if (to.tags.join('\n') !== from.tags.join('\n')) change['tags'] = to.tags;

  const attributes: Record<string, unknown> = {};
  const find = (draft: Draft, key: string) => draft.attributes.find((each) => each.key === key);
  for (const { key } of from.attributes) {
    if (!find(to, key)) attributes[key] = null;
  }
  for (const attribute of to.attributes) {
    if (attribute.text === find(from, attribute.key)?.text) continue;
    const read = valueOf(attribute, timeZone);
    if ('value' in read) attributes[attribute.key] = read.value;
  }
  if (Object.keys(attributes).length > 0) change['attributes'] = attributes;
  return change as Change;
}

/**
 * The draft with what somebody else saved meanwhile: their values where this person changed nothing,
 * this person's own where they did.
 */
export function rebase(mine: Draft, base: Draft, theirs: Draft): Draft {
  const pick = <T>(mine: T, base: T, theirs: T) =>
    JSON.stringify(mine) === JSON.stringify(base) ? theirs : mine;
  const keys = new Set([...mine.attributes, ...theirs.attributes].map(({ key }) => key));
  const find = (draft: Draft, key: string) => draft.attributes.find((each) => each.key === key);
  return {
    name: pick(mine.name, base.name, theirs.name),
    phone: pick(mine.phone, base.phone, theirs.phone),
    email: pick(mine.email, base.email, theirs.email),
    tags: pick(mine.tags, base.tags, theirs.tags),
    attributes: [...keys]
      .map((key) => pick(find(mine, key), find(base, key), find(theirs, key)))
      .filter((attribute) => attribute !== undefined),
  };
}
