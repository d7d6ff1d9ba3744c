//! What an answer says of itself: `@odata.context` ends in the entity set, or the type, of the body that it stands in.

use crate::http::Message;
use crate::json::Kind;
use crate::model::Type;
use crate::page::Page;
use crate::resolve::types::lookup::Lookup;

/// The structured type that the answers on a page name in their context.
pub(crate) fn answered(lookup: &Lookup<'_>, page: &Page) -> Option<Type> {
    let responses = page.api.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
    let succeeds = |message: &Message| match message {
        Message::Response(response) => response.status.value < 400,
        _ => true,
    };
    let bodies = responses.filter(|example| succeeds(&example.message)).filter_map(|it| it.message.json());
    bodies.filter_map(|body| body.get("@odata.context")).find_map(|context| {
        let Kind::String(context) = &context.kind else { return None };
        let name = entity_set(context)?;
        let named = lookup.named(page, name).filter(|type_| matches!(type_, Type::Structured(_)));
        named.or_else(|| lookup.one_of(page, name))
    })
}

/// The last name in a context such as `…$metadata#users('17')/messages(subject,body)/$entity`.
fn entity_set(context: &str) -> Option<&str> {
    let (_, path) = context.split_once("$metadata#")?;
    let path = path.strip_suffix("/$entity").unwrap_or(path);
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, letter) in path.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => start = at + 1,
            _ => {}
        }
    }
    let last = &path[start..];
    match last.strip_prefix("Collection(") {
        Some(inside) => inside.strip_suffix(')'),
        None => last.split('(').next().filter(|name| !name.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::entity_set;

    #[test]
    fn the_last_name_of_a_context_is_the_bodys() {
        let names = [
            ("https://x.example/$metadata#customers", "customers"),
            ("https://x.example/v1/$metadata#companies('a/b')/customers(17)/payments", "payments"),
            ("$metadata#users('17')/messages(subject,body)/$entity", "messages"),
            ("$metadata#Collection(n.media)", "n.media"),
        ];
        for (context, name) in names {
            assert_eq!(entity_set(context), Some(name), "{context}");
        }
        assert_eq!(entity_set("https://x.example/$metadata"), None);
        assert_eq!(entity_set("$metadata#"), None);
    }
}
