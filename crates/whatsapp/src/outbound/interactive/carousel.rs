//! Reading carousels: cards side by side, all of one form.

use super::Action;
use super::parts::{CarouselAction, CarouselCard, CarouselHeader, LinkButton, Words};
use crate::limits;
use crate::outbound::content::{Media, MediaKind};
use crate::problem::{Fields, code};

pub(super) fn carousel(action: &Fields<'_>) -> Action {
    let count = limits::CAROUSEL_MIN_CARDS..=limits::CAROUSEL_MAX_CARDS;
    let mut place = 0;
    let cards = action.list("cards", count, |card| {
        let at = card_index(card, place);
        place += 1;
        card.word("type", &[("cta_url", ())]);
        CarouselCard {
            card_index: at,
            header: card.object("header", CarouselHeader::read),
            body: card.maybe_object("body", |body| Words {
                text: body.text("text", limits::CAROUSEL_CARD_BODY),
            }),
            action: CarouselAction::CtaUrl(card.object("action", LinkButton::read)),
        }
    });
    let is_image = |card: &CarouselCard| matches!(card.header, CarouselHeader::Image { .. });
    for (n, card) in cards.iter().enumerate().skip(1) {
        if is_image(card) != is_image(&cards[0]) {
            let message = "must be of the same kind as on the first card";
            action.problem(&format!("cards[{n}].header.type"), code::INVALID, message);
        }
    }
    Action::Carousel { cards }
}

/// A card's place, which must be that in the list.
pub(in crate::outbound) fn card_index(card: &Fields<'_>, place: usize) -> usize {
    let index = card.whole("card_index", 0..=limits::CAROUSEL_MAX_CARDS as i64 - 1);
    if card.has("card_index") && index != place as i64 {
        let message = format!("must be {place}, the card's place in the list");
        card.problem("card_index", code::INVALID, message);
    }
    place
}

impl CarouselHeader {
    fn read(fields: &Fields<'_>) -> Self {
        let kinds = [("image", MediaKind::Image), ("video", MediaKind::Video)];
        match fields.word("type", &kinds) {
            Some(MediaKind::Video) => Self::Video {
                video: fields.object("video", |media| Media::read_header(media, MediaKind::Video)),
            },
            Some(_) => Self::Image {
                image: fields.object("image", |media| Media::read_header(media, MediaKind::Image)),
            },
            None => {
                for key in ["image", "video"] {
                    fields.get(key);
                }
                Self::Image {
                    image: Media::by_id(""),
                }
            }
        }
    }
}
