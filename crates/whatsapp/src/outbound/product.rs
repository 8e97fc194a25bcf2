//! Products of a catalog, in interactive messages and in templates.

use serde::Serialize;

use crate::limits;
use crate::problem::{Fields, code};

/// One product of a catalog.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Product {
    /// The catalog.
    pub catalog_id: String,
    /// The product's own id in it.
    pub product_retailer_id: String,
}

/// A group of products with a title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProductSection {
    /// What the group is called; required when there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The products.
    pub product_items: Vec<ProductItem>,
}

/// A product of a catalog that is named elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProductItem {
    /// The product's own id.
    pub product_retailer_id: String,
}

impl Product {
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        Self {
            catalog_id: fields.id("catalog_id"),
            product_retailer_id: fields.id("product_retailer_id"),
        }
    }
}

impl ProductSection {
    /// The sections under `sections`.
    pub(super) fn list(fields: &Fields<'_>) -> Vec<Self> {
        let sections = fields.list("sections", 1..=limits::PRODUCT_LIST_SECTIONS, |section| {
            Self {
                title: section.maybe_text("title", limits::LIST_SECTION_TITLE),
                product_items: section.list("product_items", 1..=usize::MAX, |item| ProductItem {
                    product_retailer_id: item.id("product_retailer_id"),
                }),
            }
        });
        need_titles(
            fields,
            sections.iter().map(|section| section.title.as_deref()),
        );
        let items: usize = sections
            .iter()
            .map(|section| section.product_items.len())
            .sum();
        if items > limits::PRODUCT_LIST_ITEMS {
            let most = limits::PRODUCT_LIST_ITEMS;
            let message = format!("have {items} products together; WhatsApp takes at most {most}");
            fields.problem("sections", code::COUNT, message);
        }
        sections
    }
}

/// Sections need a title each when there is more than one.
pub(super) fn need_titles<'t>(
    fields: &Fields<'_>,
    titles: impl ExactSizeIterator<Item = Option<&'t str>>,
) {
    let several = titles.len() > 1;
    for (n, title) in titles.enumerate() {
        if several && title.is_none() {
            let message = "is missing: with more than one section each needs a title";
            fields.problem(&format!("sections[{n}].title"), code::MISSING, message);
        }
    }
}
