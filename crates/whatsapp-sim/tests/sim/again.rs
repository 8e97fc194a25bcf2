//! A simulator that is to go on where another one ended: its people, their windows, its templates.

use serde_json::json;
use whatsapp_sim::{AccountSetup, AppSetup, NewPerson, PersonId, Sim, SimConfig};

use crate::world::{ANA, PHONE, START, TOKEN, WABA, World, text};

#[tokio::test]
async fn people_are_themselves_again() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    world.sim.change_number(ana, "+966500000009").unwrap();
    world.sim.block(ana, PHONE, true).unwrap();
    world.sim.marketing(ana, PHONE, false).unwrap();
    let hidden = world.person(NewPerson {
        id: Some(PersonId(70)),
        name: "نورة".into(),
        username: Some("@noura".into()),
        ..NewPerson::default()
    });
    let before = world.sim.people();
    assert_eq!(before.last().unwrap().id, hidden);

    let again = World::new().await;
    for person in before.clone() {
        again.person(person.into());
    }
    assert_eq!(json!(again.sim.people()), json!(before));
    let next = again.person(NewPerson {
        number: Some("966500000010".into()),
        ..NewPerson::default()
    });
    assert_eq!(next, PersonId(71));
    let taken = again.sim.add_person(before[0].clone().into());
    assert!(taken.is_err(), "{taken:?}");
}

#[tokio::test]
async fn a_window_that_was_open_stays_open_and_one_that_was_not_does_not() {
    let world = World::new().await;
    let ana = world.ana();
    world
        .sim
        .wrote_before(ana, PHONE, START - 24 * 3_600_000_000)
        .unwrap();
    world.send(text("too late")).await.wamid();
    assert_eq!(world.statuses().await, ["failed 131047"]);
    world
        .sim
        .wrote_before(ana, PHONE, START - 3_600_000_000)
        .unwrap();
    world.send(text("in time")).await.wamid();
    assert_eq!(world.statuses().await, ["sent", "delivered"]);
    // What is remembered late does not take back what is known.
    world.sim.wrote_before(ana, PHONE, 0).unwrap();
    world.send(text("still in time")).await.wamid();
    assert_eq!(world.statuses().await, ["sent", "delivered"]);
}

#[tokio::test]
async fn somebody_who_is_taken_out_is_reached_by_nothing() {
    let world = World::new().await;
    let ana = world.ana_writes().await;
    let gone = world
        .call("DELETE", &format!("/sim/people/{}", ana.0), None)
        .await;
    assert_eq!(gone.status, 204);
    assert!(world.sim.people().is_empty());
    assert!(world.sim.text(ana, PHONE, "hello?").is_err());
    world.send(text("are you there?")).await.wamid();
    assert_eq!(world.statuses().await, ["failed 131026"]);
    let other = world.ana();
    assert_ne!(other, ana, "the number is free, the id is not");
    assert_eq!(
        world.sim.person(other).unwrap().number.as_deref(),
        Some(ANA)
    );
}

#[tokio::test]
async fn what_is_under_way_to_somebody_who_is_taken_out_does_no_harm() {
    let behaviour = whatsapp_sim::Behaviour {
        sent_ms: 1_000,
        ..whatsapp_sim::Behaviour::default()
    };
    let world = World::with(behaviour).await;
    let ana = world.ana_writes().await;
    world.send(text("on its way")).await.wamid();
    world.sim.remove_person(ana).unwrap();
    world.travel(std::time::Duration::from_secs(2));
    assert_eq!(world.statuses().await, ["sent"]);
}

#[tokio::test]
async fn templates_are_there_from_the_beginning() {
    let template = |name: &str| {
        json!({"name": name, "language": "ar", "category": "UTILITY",
        "components": [{"type": "BODY", "text": "طلبك {{1}} جاهز", "example": {"body_text": [["17"]]}}]})
    };
    let mut kept = template("order_ready");
    kept["id"] = "4711".into();
    let mut waiting = template("order_late");
    waiting["status"] = "PENDING".into();
    let setup = |templates| AppSetup {
        token: Some(TOKEN.into()),
        accounts: vec![AccountSetup {
            waba_id: Some(WABA.into()),
            templates,
            ..AccountSetup::default()
        }],
        ..AppSetup::default()
    };
    let sim = Sim::new(SimConfig {
        apps: vec![setup(vec![kept, waiting])],
        ..SimConfig::default()
    })
    .unwrap();
    sim.settled().await;
    let given = sim.apps()[0].accounts[0].templates.clone();
    let mut shown: Vec<_> = given
        .iter()
        .map(|it| (it["name"].as_str().unwrap(), it["status"].as_str().unwrap()))
        .collect();
    shown.sort_unstable();
    assert_eq!(
        shown,
        [("order_late", "APPROVED"), ("order_ready", "APPROVED")]
    );
    assert!(given.iter().any(|it| it["id"] == "4711"));
    // An app's view sets up another one like it.
    let again = Sim::new(SimConfig {
        apps: sim.apps(),
        ..SimConfig::default()
    })
    .unwrap();
    assert_eq!(again.apps()[0].accounts[0].templates.len(), 2);
    let nameless = Sim::new(SimConfig {
        apps: vec![setup(vec![json!({"language": "ar"})])],
        ..SimConfig::default()
    });
    assert!(nameless.is_err());
}

#[tokio::test]
async fn a_phone_shows_words_and_what_can_be_tapped() {
    let world = World::new().await;
    let ana = world.ana();
    let hello = world.sim.text(ana, PHONE, "مرحبا").unwrap();
    let buttons = json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "Coffee?"},
        "action": {"buttons": [{"type": "reply", "reply": {"id": "y", "title": "Yes"}}, {"type": "reply", "reply": {"id": "n", "title": "No"}}]}}});
    let asked = world.send(buttons).await.wamid();
    world.sim.tap(ana, PHONE, &asked).unwrap();
    let typing = json!({"messaging_product": "whatsapp", "status": "read", "message_id": hello, "typing_indicator": {"type": "text"}});
    let path = format!("/v25.0/{PHONE}/messages");
    assert_eq!(
        world.call("POST", &path, Some(typing)).await.body["success"],
        true
    );

    let thread = world.sim.threads(ana).unwrap().remove(0);
    let texts: Vec<_> = thread
        .messages
        .iter()
        .map(|it| it.on_screen.text.as_str())
        .collect();
    assert_eq!(texts, ["مرحبا", "Coffee?", "Yes"]);
    let choices: Vec<_> = thread.messages[1]
        .on_screen
        .choices
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(choices, ["Yes", "No"]);
    assert!(thread.messages[2].on_screen.choices.is_empty());
    assert!(thread.typing);
    world.send(text("here")).await.wamid();
    assert!(
        !world.sim.threads(ana).unwrap()[0].typing,
        "a message ends it"
    );
}

#[tokio::test]
async fn what_goes_wrong_can_be_had_again() {
    let run = async |seed| {
        let mut behaviour = whatsapp_sim::Behaviour {
            seed,
            ..whatsapp_sim::Behaviour::default()
        };
        behaviour.chances.server_error = 0.5;
        let world = World::with(behaviour).await;
        world.ana_writes().await;
        let mut went_wrong = Vec::new();
        for _ in 0..30 {
            went_wrong.push(world.send(text("x")).await.status != 200);
        }
        went_wrong
    };
    let first = run(Some(7)).await;
    assert!(first.contains(&true) && first.contains(&false));
    assert_eq!(first, run(Some(7)).await);
    assert_ne!(first, run(Some(8)).await);
    // A simulator of these tests is made with the seed 1.
    assert_eq!(run(None).await, run(Some(1)).await);
}
