//! Walks over every customer who has some key, when its definition appears, changes or goes.
//!
//! A walk reads a thousand customers at a time and writes them in a transaction of their own, so that
//! messages keep coming in meanwhile and memory stays flat. It may be run again at any time: what is
//! right already is left alone.

use serde_json::Value;

use super::store::{self, Definition};
use super::{AttributeType, value};
use crate::db::{self, Change, Db, Tx};
use crate::kernel::ids::{AttributeId, CustomerId, WorkspaceId};

const CHUNK: i64 = 1_000;
const EXAMPLES: usize = 5;

/// How many stored values fit a type.
#[derive(Debug, Default)]
pub(super) struct Fit {
    /// Values that fit.
    pub(super) fitting: i64,
    /// Values that do not.
    pub(super) not_fitting: i64,
    /// Some customers whose value does not fit, and why.
    pub(super) examples: Vec<(CustomerId, value::ValueProblem)>,
}

impl Fit {
    fn note(
        &mut self,
        customer: CustomerId,
        kind: AttributeType,
        stored: &Value,
    ) -> Option<value::Typed> {
        match value::convert(kind, stored) {
            Ok(typed) => {
                self.fitting += 1;
                Some(typed)
            }
            Err(problem) => {
                self.not_fitting += 1;
                if self.examples.len() < EXAMPLES {
                    self.examples.push((customer, problem));
                }
                None
            }
        }
    }
}

/// Whether the values under `key` would fit `kind`; changes nothing.
pub(super) async fn would_fit(
    db: &Db,
    workspace: WorkspaceId,
    key: &str,
    kind: AttributeType,
) -> db::Result<Fit> {
    let mut fit = Fit::default();
    let mut after = CustomerId(0);
    loop {
        let carriers = store::carriers(db, workspace, key, after, CHUNK).await?;
        let Some((last, _)) = carriers.last() else {
            return Ok(fit);
        };
        after = *last;
        for (customer, document) in &carriers {
            if let Some(stored) = document.0.get(key) {
                fit.note(*customer, kind, stored);
            }
        }
    }
}

/// Gives every value under the definition's key its type; those that do not fit stay as they are.
pub(super) async fn retype(
    db: &Db,
    workspace: WorkspaceId,
    definition: &Definition,
) -> db::Result<Fit> {
    let mut fit = Fit::default();
    let mut after = CustomerId(0);
    while let Some((mut tx, carriers)) = next(db, workspace, &definition.key, &mut after).await? {
        let (mut documents, mut index, mut unfit) = (Vec::new(), Vec::new(), Vec::new());
        for (customer, mut document) in carriers {
            let Some(stored) = document.0.get(&definition.key) else {
                continue;
            };
            let Some(typed) = fit.note(customer, definition.kind, stored) else {
                unfit.push(customer.0);
                continue;
            };
            if *stored != typed.json {
                document.0.insert(definition.key.clone(), typed.json);
                documents.push((customer, Value::Object(document.0)));
            }
            index.push((definition.id, customer, typed.index));
        }
        store::write_documents(&mut tx, workspace, documents).await?;
        store::write_index(&mut tx, workspace, index.into_iter()).await?;
        if !unfit.is_empty() {
            store::delete_from_index(&mut tx, workspace, definition.id, unfit).await?;
        }
        tx.commit().await?;
    }
    Ok(fit)
}

/// Takes the values of an attribute from everybody; from how many.
pub(super) async fn remove(
    db: &Db,
    workspace: WorkspaceId,
    (attribute, key): (AttributeId, &str),
) -> db::Result<i64> {
    let mut count = 0;
    let mut after = CustomerId(0);
    while let Some((mut tx, carriers)) = next(db, workspace, key, &mut after).await? {
        let mut documents = Vec::with_capacity(carriers.len());
        for (customer, mut document) in carriers {
            if document.0.remove(key).is_some() {
                documents.push((customer, Value::Object(document.0)));
            }
        }
        count += i64::try_from(documents.len()).unwrap_or(i64::MAX);
        let customers = documents.iter().map(|(customer, _)| customer.0).collect();
        store::delete_from_index(&mut tx, workspace, attribute, customers).await?;
        store::write_documents(&mut tx, workspace, documents).await?;
        tx.commit().await?;
    }
    Ok(count)
}

/// The next chunk of a walk: found without a transaction, then locked in one. Those who watch are told
/// to look at the list anew.
async fn next(
    db: &Db,
    workspace: WorkspaceId,
    key: &str,
    after: &mut CustomerId,
) -> db::Result<Option<(Tx, Vec<store::Carrier>)>> {
    let found = store::carriers(db, workspace, key, *after, CHUNK).await?;
    let Some((last, _)) = found.last() else {
        return Ok(None);
    };
    *after = *last;
    let customers = found.iter().map(|(customer, _)| customer.0).collect();
    let mut tx = db.begin().await?;
    tx.changed(workspace, Change::CustomersChanged);
    let carriers = store::lock_carriers(&mut tx, workspace, customers).await?;
    Ok(Some((tx, carriers)))
}
