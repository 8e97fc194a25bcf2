//! Keeping the index: one folded text per customer, and on SQLite its trigrams.

use std::collections::HashMap;

use crate::db::{self, Arg, Tx, sql};
use crate::kernel::ids::{CustomerId, WorkspaceId};
use crate::kernel::phone::PhoneNumber;
use crate::kernel::text::fold;

/// Longer texts are cut, in characters: nobody looks for a customer's eightieth number.
const MAX_TEXT: usize = 2_000;
/// Between the parts of a text, so that a search cannot match across two of them. No search has it.
const BREAK: char = '\n';

crate::row! {
    struct Person {
        id: CustomerId,
        name: Option<String>,
        email: Option<String>,
        indexed: Option<String>,
    }
}

crate::row! {
    struct Address {
        customer_id: CustomerId,
        phone: Option<String>,
        wa_id: Option<String>,
        username: Option<String>,
        profile_name: Option<String>,
    }
}

/// Brings the search of these customers up to date, after their name, email or contacts changed.
///
/// Costs the same few statements for one customer and for a thousand.
pub async fn index(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customers: &[CustomerId],
) -> db::Result<()> {
    if customers.is_empty() {
        return Ok(());
    }
    let changed = changed_texts(tx, workspace, customers).await?;
    let row = |(id, text): &(CustomerId, String)| -> Vec<Arg> {
        vec![(*id).into(), workspace.into(), text.into()]
    };
    sql(
        "INSERT INTO customer_search (customer_id, workspace_id, text)
         SELECT v.* FROM $rows(customer_id BIGINT, workspace_id BIGINT, text TEXT) v WHERE TRUE
         ON CONFLICT (customer_id) DO UPDATE SET text = excluded.text",
    )
    .rows(changed.iter().map(row))
    .run(&mut *tx)
    .await?;
    if tx.is_sqlite() {
        sql("INSERT OR REPLACE INTO customer_trigrams (rowid, text) SELECT v.* FROM $rows(id BIGINT, text TEXT) v")
            .rows(changed.iter().map(|(id, text)| vec![(*id).into(), text.into()]))
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Takes customers out of the search; to be called before they are deleted.
pub async fn remove(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customers: &[CustomerId],
) -> db::Result<()> {
    let ids: Vec<Arg> = customers.iter().map(|id| (*id).into()).collect();
    let removed: Vec<(CustomerId,)> = sql(
        "DELETE FROM customer_search WHERE workspace_id = $1 AND customer_id = ANY($2)
         RETURNING customer_id",
    )
    .bind(workspace)
    .bind(ids)
    .all(&mut *tx)
    .await?;
    if tx.is_sqlite() {
        sql("DELETE FROM customer_trigrams WHERE rowid IN (SELECT v.id FROM $rows(id BIGINT) v)")
            .rows(removed.into_iter().map(|(id,)| vec![id.into()]))
            .run(tx)
            .await?;
    }
    Ok(())
}

async fn changed_texts(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customers: &[CustomerId],
) -> db::Result<Vec<(CustomerId, String)>> {
    let ids: Vec<Arg> = customers.iter().map(|id| (*id).into()).collect();
    let people: Vec<Person> = sql("SELECT c.id, c.name, c.email, q.text
         FROM customers c LEFT JOIN customer_search q ON q.customer_id = c.id
         WHERE c.workspace_id = $1 AND c.id = ANY($2)")
    .bind(workspace)
    .bind(ids.clone())
    .all(&mut *tx)
    .await?;
    let addresses: Vec<Address> = sql(
        "SELECT customer_id, phone, wa_id, username, profile_name FROM contacts
         WHERE workspace_id = $1 AND customer_id = ANY($2) ORDER BY customer_id, id",
    )
    .bind(workspace)
    .bind(ids)
    .all(tx)
    .await?;
    let mut by_customer: HashMap<CustomerId, Vec<Address>> = HashMap::new();
    for address in addresses {
        let list = by_customer.entry(address.customer_id).or_default();
        list.push(address);
    }
    let none = Vec::new();
    Ok(people
        .into_iter()
        .filter_map(|person| {
            let text = text_of(&person, by_customer.get(&person.id).unwrap_or(&none));
            (person.indexed.as_ref() != Some(&text)).then_some((person.id, text))
        })
        .collect())
}

/// What is searched: the parts of one customer, folded, each once, with a break after each.
///
/// The text ends with a second break. So every character of a part begins a trigram, which is how a
/// search of one or two characters finds the trigrams that it begins.
fn text_of(person: &Person, addresses: &[Address]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut add = |part: String| {
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    };
    for text in [&person.name, &person.email].into_iter().flatten() {
        add(fold(text));
    }
    for address in addresses {
        for number in [&address.phone, &address.wa_id].into_iter().flatten() {
            match PhoneNumber::from_wa_id(number) {
                Ok(number) => number.search_digits().into_iter().for_each(&mut add),
                Err(_) => add(fold(number)),
            }
        }
        for text in [&address.username, &address.profile_name]
            .into_iter()
            .flatten()
        {
            add(fold(text));
        }
    }
    let mut text = String::new();
    for part in parts {
        text.push_str(&part);
        text.push(BREAK);
    }
    if let Some((end, _)) = text.char_indices().nth(MAX_TEXT) {
        text.truncate(end);
        text.push(BREAK);
    }
    text.push(BREAK);
    text
}
