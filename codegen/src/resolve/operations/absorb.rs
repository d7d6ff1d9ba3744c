//! What several pages document for one call: headers, query options, permissions and parameters of all of them.

use crate::model::{Named, Operation};
use crate::text::RichText;

/// Adds what another page says of the same call, each header, option and parameter once.
pub(super) fn absorb(operation: &mut Operation, other: Operation) {
    add_named(&mut operation.headers, other.headers);
    add_named(&mut operation.parameters, other.parameters);
    add_texts(&mut operation.query, other.query);
    add_texts(&mut operation.about, other.about);
    add_named(&mut operation.options, other.options);
    for remarks in other.remarks {
        if !operation.remarks.iter().any(|known| known.page == remarks.page) {
            operation.remarks.push(remarks);
        }
    }
    if operation.permissions.iter().all(|permission| permission.sets.is_empty()) {
        operation.permissions = other.permissions;
    }
    for page in other.description.pages {
        if !operation.description.pages.contains(&page) {
            operation.description.pages.push(page);
        }
    }
}

fn add_named(list: &mut Vec<Named>, more: Vec<Named>) {
    for named in more {
        if !list.iter().any(|known| known.name.eq_ignore_ascii_case(&named.name)) {
            list.push(named);
        }
    }
}

fn add_texts(list: &mut Vec<RichText>, more: Vec<RichText>) {
    let plain = |text: &RichText| text.plain().to_lowercase();
    for text in more {
        if !list.iter().any(|known| plain(known) == plain(&text)) {
            list.push(text);
        }
    }
}
