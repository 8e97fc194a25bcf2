import '@fontsource-variable/inter/wght.css';
import '@fontsource/ibm-plex-sans-arabic/arabic-400.css';
import '@fontsource/ibm-plex-sans-arabic/arabic-500.css';
import '@fontsource/ibm-plex-sans-arabic/arabic-600.css';
import './styles/base.css';
import './styles/tokens.css';
import './styles/ui.css';

import { mount } from 'svelte';
import App from './App.svelte';
import { setLocale, type Locale } from './i18n/i18n.svelte';
import { startRouter } from './shell/router.svelte';
import { startShortcuts } from './shell/shortcuts.svelte';
import { findSession } from './sign-in/session.svelte';

startRouter();
startShortcuts();
// Both at once: neither waits for the other's way to the server. `boot.js` chose the language.
await Promise.all([setLocale(document.documentElement.lang as Locale), findSession()]);
mount(App, { target: document.getElementById('app')! });
