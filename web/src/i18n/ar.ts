import type { Messages } from './catalog';

const files = import.meta.glob<Messages>('./ar/*.json', { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(files)) as Messages;
