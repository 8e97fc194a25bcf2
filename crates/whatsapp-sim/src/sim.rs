//! The simulator as a value: set up, served, and moved by hand.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tokio::task::AbortHandle;

use crate::apps::{Callback, Handshake, handshake};
use crate::config::{AppSetup, Behaviour, SimConfig};
use crate::error::SimError;
use crate::events::Event;
use crate::graph::Target;
use crate::ledger::{Ledger, LedgerSummary};
use crate::people::{ChangePerson, NewPerson, PersonId, PersonView};
use crate::say::{File, Say, Saying};
use crate::state::{State, Wakes};
use crate::threads::ThreadView;

/// How often [`Sim::settled`] looks.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// A running simulator. Clones are the same one; it stops with the last of them.
#[derive(Clone)]
pub struct Sim(Arc<Running>);

struct Running {
    inner: Arc<Inner>,
    tasks: Vec<AbortHandle>,
}

/// What the background tasks share with the simulator.
pub(crate) struct Inner {
    state: Mutex<State>,
    pub(crate) http: reqwest::Client,
    pub(crate) wakes: Arc<Wakes>,
}

impl Inner {
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere is that request's bug; the others go on with what is there.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

impl fmt::Debug for Sim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sim").finish_non_exhaustive()
    }
}

impl Sim {
    /// Sets a simulator up and starts its background tasks.
    ///
    /// # Errors
    /// When two of the apps, accounts, numbers or tokens are the same, or no HTTP client can be made.
    ///
    /// # Panics
    /// Outside of a Tokio runtime.
    pub fn new(config: SimConfig) -> Result<Self, SimError> {
        // Somebody may have chosen a provider before; any will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .pool_max_idle_per_host(config.connections)
            // Callbacks are on this machine, and a proxy would not find them.
            .no_proxy()
            .tcp_nodelay(true)
            .build()
            .map_err(|error| SimError::Impossible(format!("no HTTP client: {error}")))?;
        let mut state = State::new(&config);
        for app in config.apps {
            state.add_app(app)?;
        }
        let wakes = state.wakes.clone();
        let inner = Arc::new(Inner {
            state: Mutex::new(state),
            http,
            wakes,
        });
        let mut tasks = vec![tokio::spawn(crate::schedule::run(inner.clone())).abort_handle()];
        for _ in 0..config.connections.max(1) {
            tasks.push(tokio::spawn(crate::outbox::work(inner.clone())).abort_handle());
        }
        Ok(Self(Arc::new(Running { inner, tasks })))
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0.inner
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.0.inner.lock()
    }

    /// The Graph API and the `/sim` interface. Can be nested under a path.
    pub fn router(&self) -> Router {
        crate::api::routes()
            .fallback(crate::graph::answer)
            .layer(axum::extract::DefaultBodyLimit::max(160_000_000))
            .with_state(self.clone())
    }

    /// Answers on a listener until the future is dropped.
    ///
    /// # Errors
    /// When the listener fails.
    pub async fn serve(&self, listener: TcpListener) -> std::io::Result<()> {
        let address = listener.local_addr()?;
        {
            let mut state = self.lock();
            if state.base_url.is_none() {
                state.base_url = Some(format!("http://{address}"));
            }
        }
        axum::serve(listener, self.router()).await
    }

    /// Creates an app. A callback is asked for its handshake first, and left out when it fails.
    ///
    /// # Errors
    /// When one of its ids or its token is taken.
    pub async fn create_app(
        &self,
        mut setup: AppSetup,
    ) -> Result<(AppSetup, Option<Handshake>), SimError> {
        let callback = setup.callback_url.take();
        let verify_token = setup.verify_token.take().unwrap_or_default();
        let created = self.lock().add_app(setup)?;
        let Some(url) = callback else {
            return Ok((created, None));
        };
        let id = created.app_id.unwrap_or_default();
        let shaken = self.set_callback(&id, url, verify_token).await?;
        let state = self.lock();
        let view = state.app_view(state.app_index(&id)?);
        Ok((view, Some(shaken)))
    }

    /// Sets where an app's webhooks go, if the handshake succeeds: "Verify and save" in Meta's dashboard.
    ///
    /// # Errors
    /// When there is no such app.
    pub async fn set_callback(
        &self,
        app_id: &str,
        url: String,
        verify_token: String,
    ) -> Result<Handshake, SimError> {
        let (app, challenge) = {
            let mut state = self.lock();
            (state.app_index(app_id)?, state.ids.digits(10))
        };
        let shaken = handshake(&self.inner().http, &url, &verify_token, &challenge).await;
        if shaken.verified {
            let callback = Callback { url, verify_token };
            self.lock().set_callback(Target::App(app), Some(callback));
        }
        Ok(shaken)
    }

    /// Every app, with everything that belongs to it.
    pub fn apps(&self) -> Vec<AppSetup> {
        let state = self.lock();
        (0..state.apps.len())
            .map(|index| state.app_view(index))
            .collect()
    }

    /// How fast things happen and what goes wrong, right now.
    pub fn behaviour(&self) -> Behaviour {
        self.lock().behaviour.clone()
    }

    /// Changes how fast things happen and what goes wrong, from now on.
    pub fn set_behaviour(&self, behaviour: Behaviour) {
        self.lock().behaviour = behaviour;
    }

    /// The time, in microseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        self.lock().now()
    }

    /// Skips time. What becomes due by it happens at once.
    pub fn advance(&self, by: Duration) {
        let state = self.lock();
        state.clock.advance(by);
        state.wakes.schedule.notify_one();
    }

    /// Makes a person.
    ///
    /// # Errors
    /// When the number or user id is taken, or there is neither of them nor a username.
    pub fn add_person(&self, person: NewPerson) -> Result<PersonId, SimError> {
        self.lock().add_person(person)
    }

    /// Changes a person.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn change_person(&self, person: PersonId, change: ChangePerson) -> Result<(), SimError> {
        self.lock().change_person(person, change)
    }

    /// A person.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn person(&self, person: PersonId) -> Result<PersonView, SimError> {
        self.lock().person(person).map(crate::people::Person::view)
    }

    /// Everybody.
    pub fn people(&self) -> Vec<PersonView> {
        let state = self.lock();
        let all = state.people.all.values().filter(|person| !person.gone);
        all.map(crate::people::Person::view).collect()
    }

    /// Takes a person out: their number is free again, and what is sent to it fails.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn remove_person(&self, person: PersonId) -> Result<(), SimError> {
        self.lock().remove_person(person)
    }

    /// Has a person have written to a number at some time (microseconds since 1970 UTC) of which
    /// the simulator knows nothing, so that the 24-hour window is as it was before a restart.
    ///
    /// # Errors
    /// When the person or number is unknown.
    pub fn wrote_before(&self, person: PersonId, number: &str, at: i64) -> Result<(), SimError> {
        let mut state = self.lock();
        state.person(person)?;
        state.number(number)?;
        let thread = state.threads.of(person, number);
        thread.last_inbound = thread.last_inbound.max(Some(at));
        Ok(())
    }

    /// A person's threads, as their phone shows them.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn threads(&self, person: PersonId) -> Result<Vec<ThreadView>, SimError> {
        let state = self.lock();
        state.person(person)?;
        let threads = state.threads.of_person(person);
        Ok(threads
            .map(|(phone, thread)| state.thread_view(person, phone, thread))
            .collect())
    }

    /// Lets a person do something. Returns the id of the message it makes.
    ///
    /// # Errors
    /// When the person, number or message is unknown, or the deed is not possible.
    pub fn say(&self, person: PersonId, saying: Saying) -> Result<String, SimError> {
        self.lock().say(person, saying)
    }

    /// Lets a person write words to a number. Returns the message's id.
    ///
    /// # Errors
    /// As [`Sim::say`].
    pub fn text(
        &self,
        person: PersonId,
        to: &str,
        body: impl Into<String>,
    ) -> Result<String, SimError> {
        self.say(person, Saying::to(to, Say::Text { body: body.into() }))
    }

    /// Lets a person send a picture. Returns the message's id.
    ///
    /// # Errors
    /// As [`Sim::say`].
    pub fn image(&self, person: PersonId, to: &str, file: File) -> Result<String, SimError> {
        self.say(person, Saying::to(to, Say::Image(file)))
    }

    /// Lets a person tap the first button, quick reply or row of a message. Returns the answer's id.
    ///
    /// # Errors
    /// As [`Sim::say`].
    pub fn tap(&self, person: PersonId, to: &str, message: &str) -> Result<String, SimError> {
        let tap = Say::Tap {
            message: message.to_owned(),
            choice: crate::say::Choice::default(),
        };
        self.say(person, Saying::to(to, tap))
    }

    /// Lets a person read what was delivered. Returns how many messages they read.
    ///
    /// # Errors
    /// When the person or number is unknown.
    pub fn read(&self, person: PersonId, number: &str) -> Result<usize, SimError> {
        self.lock().read_thread(person, number)
    }

    /// Lets a person block a number, or no longer.
    ///
    /// # Errors
    /// When the person or number is unknown.
    pub fn block(&self, person: PersonId, number: &str, blocked: bool) -> Result<(), SimError> {
        self.lock().block(person, number, blocked)
    }

    /// Lets a person stop (`wanted` is false) or resume a business's marketing.
    ///
    /// # Errors
    /// When the person or number is unknown.
    pub fn marketing(&self, person: PersonId, number: &str, wanted: bool) -> Result<(), SimError> {
        self.lock().marketing(person, number, wanted)
    }

    /// Lets a person move to another number of theirs.
    ///
    /// # Errors
    /// When the person is unknown or the number taken.
    pub fn change_number(&self, person: PersonId, number: &str) -> Result<(), SimError> {
        self.lock().change_number(person, number)
    }

    /// Gives a person new user ids, as WhatsApp does now and then; the number stays.
    ///
    /// # Errors
    /// When the person is unknown.
    pub fn change_user_id(&self, person: PersonId) -> Result<(), SimError> {
        self.lock().change_user_id(person)
    }

    /// Tells an account's app anything, such as `account_update`.
    ///
    /// # Errors
    /// When there is no such account.
    pub fn notify(&self, waba_id: &str, field: &str, value: &Value) -> Result<(), SimError> {
        let mut state = self.lock();
        if !state.accounts.contains_key(waba_id) {
            return Err(SimError::Unknown("account", waba_id.to_owned()));
        }
        state.tell_account(waba_id, field, value);
        Ok(())
    }

    /// Gives a template a status of Meta's, such as `PAUSED`, and tells its business.
    ///
    /// # Errors
    /// When there is no such template.
    pub fn set_template_status(&self, id: &str, status: &str) -> Result<(), SimError> {
        self.lock().set_template_status(id, status)
    }

    /// Everything that was accepted and told so far.
    pub fn ledger(&self) -> Ledger {
        self.lock().ledger.view()
    }

    /// The ledger's totals, and what is still to come.
    pub fn summary(&self) -> LedgerSummary {
        let state = self.lock();
        state
            .ledger
            .summary(state.outbox.waiting(), state.schedule.len())
    }

    /// Waits until nothing is due any more and every webhook was answered 200 or given up. With a
    /// clock that stands still, what lies in its future is never waited out: skip time first.
    pub async fn settled(&self) {
        loop {
            let summary = {
                let state = self.lock();
                state.outbox.waiting() + state.schedule.len()
            };
            if summary == 0 {
                return;
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// What happens from now on.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.lock().events.subscribe()
    }
}
