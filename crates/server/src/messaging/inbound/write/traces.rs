//! What a batch leaves besides: timeline, flags, consent, and the webhooks themselves.

use std::collections::HashMap;

use super::super::world::{At, NewEvent, World};
use super::super::{Outcome, Webhook};
use crate::access::Actor;
use crate::app::App;
use crate::consent::{self, ConsentSource, Decision, Purpose};
use crate::customers;
use crate::db::{self, Arg, Tx, sql};
use crate::kernel::ids::{CustomerId, WorkspaceId};
use crate::timeline::{self, Event};

pub(super) async fn events(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut by_workspace: HashMap<WorkspaceId, Vec<Event>> = HashMap::new();
    for event in &world.events {
        if event.once.is_some() && is_told(tx, world, event).await? {
            continue;
        }
        by_workspace
            .entry(world.customers[event.customer.0].workspace)
            .or_default()
            .push(Event {
                customer: Some(world.customer_id(event.customer)?),
                kind: event.kind,
                actor: event.actor,
                data: event.data.clone(),
                at: world.now,
            });
    }
    for (workspace, events) in by_workspace {
        timeline::record_all(tx, workspace, events).await?;
    }
    Ok(())
}

/// Whether the timeline has what this message tells. Its contact is locked, so nobody adds it now.
async fn is_told(tx: &mut Tx, world: &World, event: &NewEvent) -> db::Result<bool> {
    let found: Option<(i64,)> = sql("SELECT id FROM events
         WHERE customer_id = $1 AND kind = $2 AND data ->> 'wamid' = $3 LIMIT 1")
    .bind(world.customer_id(event.customer)?)
    .bind(event.kind)
    .bind(event.data["wamid"].as_str().unwrap_or_default())
    .maybe(tx)
    .await?;
    Ok(found.is_some())
}

pub(super) async fn duplicates(tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut rows = Vec::new();
    for flag in &world.duplicates {
        let (one, other) = (world.customer_id(flag.one)?, world.customer_id(flag.other)?);
        rows.push(vec![
            world.customers[flag.one.0].workspace.into(),
            one.min(other).into(),
            one.max(other).into(),
            flag.reason.into(),
            flag.data.clone().into(),
            world.now.into(),
        ]);
    }
    let made: Vec<(CustomerId, CustomerId)> = sql("INSERT INTO possible_duplicates (workspace_id,
             customer_id, other_customer_id, reason, data, created_at)
         SELECT v.* FROM $rows(workspace_id BIGINT, customer_id BIGINT, other_customer_id BIGINT,
             reason TEXT, data JSONB, created_at BIGINT) v
         WHERE true ON CONFLICT DO NOTHING RETURNING customer_id, other_customer_id")
    .rows(rows)
    .all(&mut *tx)
    .await?;
    let flagged: Vec<i64> = made
        .iter()
        .flat_map(|(one, other)| [one.0, other.0])
        .collect();
    if !flagged.is_empty() {
        sql("UPDATE customers SET duplicate_flag = TRUE WHERE id = ANY($1)")
            .bind(flagged)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// People who had opted out, were deleted and write again: they stay opted out.
pub(super) async fn suppressed(app: &App, tx: &mut Tx, world: &World) -> db::Result<()> {
    let mut addresses: HashMap<At, Vec<String>> = HashMap::new();
    for (_, alias, contact) in &world.new_aliases {
        addresses
            .entry(*contact)
            .or_default()
            .extend(customers::forms(alias));
    }
    for (at, addresses) in addresses {
        let contact = &world.contacts[at.0];
        let who = (world.customer_id(contact.customer)?, world.contact_id(at)?);
        let (workspace, now) = (contact.workspace, world.now);
        let actor = Actor::System;
        consent::take_up_suppression(tx, &app.secrets, workspace, who, &addresses, actor, now)
            .await?;
    }
    Ok(())
}

pub(super) async fn preferences(tx: &mut Tx, world: &World) -> db::Result<()> {
    for preference in &world.preferences {
        let contact = &world.contacts[preference.contact.0];
        let decision = Decision {
            customer: world.customer_id(contact.customer)?,
            contact: contact.id,
            purpose: Purpose::Marketing,
            granted: preference.granted,
            source: ConsentSource::Whatsapp,
            evidence: preference.detail.clone(),
            actor: Actor::Customer,
            at: preference.at,
        };
        consent::record(tx, contact.workspace, decision, world.now).await?;
    }
    Ok(())
}

pub(super) async fn webhooks(
    tx: &mut Tx,
    batch: &[Webhook],
    outcomes: &[Outcome],
) -> db::Result<()> {
    let both = || batch.iter().zip(outcomes);
    sql(
        "INSERT INTO webhook_events (workspace_id, app_id, received_at, state, problem, body)
         SELECT v.* FROM $rows(workspace_id BIGINT, app_id BIGINT, received_at BIGINT, state TEXT,
             problem TEXT, body BYTEA) v",
    )
    .rows(
        both()
            .filter(|(webhook, _)| webhook.replay_of.is_none())
            .map(|(webhook, outcome)| {
                vec![
                    webhook.workspace.into(),
                    webhook.app.into(),
                    webhook.received_at.into(),
                    outcome.state.into(),
                    outcome.problem.clone().into(),
                    Arg::Bytes(webhook.body.to_vec()),
                ]
            }),
    )
    .run(&mut *tx)
    .await?;
    sql(
        "UPDATE webhook_events SET state = v.state, problem = v.problem, attempts = attempts + 1
         FROM $rows(id BIGINT, state TEXT, problem TEXT) v WHERE webhook_events.id = v.id",
    )
    .rows(both().filter_map(|(webhook, outcome)| {
        Some(vec![
            webhook.replay_of?.into(),
            outcome.state.into(),
            outcome.problem.clone().into(),
        ])
    }))
    .run(tx)
    .await?;
    Ok(())
}
