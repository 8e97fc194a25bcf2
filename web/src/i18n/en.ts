import type { Messages } from './catalog';

const files = import.meta.glob<Messages>('./en/*.json', { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(files)) as Messages;
