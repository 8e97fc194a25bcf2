//! Templates: reading all of them, and asking Meta for new ones.

use serde_json::Value;

use super::{Error, Graph, done, text_at};
use crate::template::Template;

/// The fields asked of a template. Meta refuses the whole request when it does not know one of them.
const TEMPLATE_FIELDS: &str = "id,name,language,status,category,sub_category,previous_category,\
     correct_category,parameter_format,components,rejected_reason,quality_score,\
     message_send_ttl_seconds";

/// Templates per page.
const PAGE: &str = "100";

/// More pages than any business account can fill: it holds 6,000 templates.
const MOST_PAGES: usize = 1000;

/// Meta's code for a cursor it no longer knows.
const STALE_CURSOR: i64 = 131_059;

/// How often a list is begun anew when its cursor went stale.
const RESTARTS: usize = 3;

/// Some of the templates of a business account.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplatePage {
    /// The templates; those without name or language are left out.
    pub templates: Vec<Template>,
    /// Where the next page begins, if there is one.
    pub after: Option<String>,
}

/// What Meta made of a new template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreatedTemplate {
    /// Its id.
    pub id: String,
    /// `PENDING`, or already `APPROVED` or `REJECTED`.
    pub status: Option<String>,
    /// Its category, which may be another than was asked for.
    pub category: Option<String>,
}

impl Graph {
    /// All templates of a business account, in all languages and of any status.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn templates(&self, waba_id: &str) -> Result<Vec<Template>, Error> {
        let mut templates = Vec::new();
        let mut after: Option<String> = None;
        let mut restarts = 0;
        for _ in 0..MOST_PAGES {
            let page = match self.template_page(waba_id, after.as_deref()).await {
                Err(Error::Refused(refusal))
                    if refusal.code == STALE_CURSOR && after.is_some() && restarts < RESTARTS =>
                {
                    restarts += 1;
                    templates.clear();
                    after = None;
                    continue;
                }
                page => page?,
            };
            templates.extend(page.templates);
            // A cursor that stays the same would never end.
            if page.after.is_none() || page.after == after {
                break;
            }
            after = page.after;
        }
        Ok(templates)
    }

    /// One page of them, from the beginning or from where another page ended.
    ///
    /// # Errors
    /// See [`Error`]; code 131059 when `after` is too old: begin anew.
    pub async fn template_page(
        &self,
        waba_id: &str,
        after: Option<&str>,
    ) -> Result<TemplatePage, Error> {
        let mut query = vec![("fields", TEMPLATE_FIELDS), ("limit", PAGE)];
        query.extend(after.map(|after| ("after", after)));
        let answer = self.get(&[waba_id, "message_templates"], &query).await?;
        // The address of the next page may hold the token, so only its cursor is used.
        let has_next = answer.pointer("/paging/next").is_some_and(Value::is_string);
        let after = text_at(&answer, "/paging/cursors/after").filter(|_| has_next);
        let templates = answer.get("data").and_then(Value::as_array);
        let templates = templates.into_iter().flatten().cloned();
        Ok(TemplatePage {
            templates: templates.filter_map(Template::read).collect(),
            after,
        })
    }

    /// The template with this id; `None` when Meta's answer is not one.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn template(&self, template_id: &str) -> Result<Option<Template>, Error> {
        let query = [("fields", TEMPLATE_FIELDS)];
        Ok(Template::read(self.get(&[template_id], &query).await?))
    }

    /// Asks Meta for a new template: name, language, category and components, as
    /// [`check_new`](crate::template::check_new) takes them.
    ///
    /// # Errors
    /// See [`Error`]; its details say what Meta does not like.
    pub async fn create_template(
        &self,
        waba_id: &str,
        template: &Value,
    ) -> Result<CreatedTemplate, Error> {
        let request = self.post(&[waba_id, "message_templates"], template);
        let answer = self.answer(request).await?;
        Ok(CreatedTemplate {
            id: text_at(&answer, "/id").ok_or(Error::Unreadable { http_status: 200 })?,
            status: text_at(&answer, "/status"),
            category: text_at(&answer, "/category"),
        })
    }

    /// Changes components, category or time to live of a template, which is then looked at again.
    ///
    /// An approved one can be changed once a day and ten times a month.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn edit_template(&self, template_id: &str, changes: &Value) -> Result<(), Error> {
        done(&self.answer(self.post(&[template_id], changes)).await?)
    }

    /// Deletes the template with this name: one translation by its id, or all of them.
    ///
    /// Its name cannot be used again for 30 days.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn delete_template(
        &self,
        waba_id: &str,
        name: &str,
        template_id: Option<&str>,
    ) -> Result<(), Error> {
        let mut query = vec![("name", name)];
        query.extend(template_id.map(|id| ("hsm_id", id)));
        let request = self.delete(&[waba_id, "message_templates"]);
        done(&self.answer(request.query(&query)).await?)
    }
}
