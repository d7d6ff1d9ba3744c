//! The first line about a crate.

use crate::emit::Crate;
use crate::options::Origin;

/// The description that the user gave, or else one that names the service and the reference, as far as they are known.
pub(in crate::emit) fn line(krate: &Crate<'_>) -> String {
    let package = &krate.options.package;
    let reference = krate.options.origins.iter().find_map(reference);
    match (&package.description, &krate.model.root, reference) {
        (Some(description), _, _) => description.clone(),
        (_, Some(root), Some(reference)) => {
            format!("Types and requests for the API at {root}, from the reference {reference}.")
        }
        (_, Some(root), None) => {
            format!("Types and requests for the API at {root}, from its reference pages.")
        }
        (_, None, Some(reference)) => {
            format!("Types and requests for the API that the reference {reference} describes.")
        }
        (_, None, None) => {
            format!("Types and requests for the API {}, from its reference pages.", package.name)
        }
    }
}

/// The name of a reference: that of its repository, and the folder in it.
fn reference(origin: &Origin) -> Option<String> {
    let address = origin.repository.as_deref()?.trim_end_matches('/');
    let name = address.strip_suffix(".git").unwrap_or(address).rsplit(['/', ':']).next()?;
    match (name, origin.folder.as_str()) {
        ("", _) => None,
        (name, "") => Some(name.to_owned()),
        (name, folder) => Some(format!("{name} ({folder})")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_has_the_name_of_its_repository() {
        for (repository, folder, name) in [
            (Some("https://git.example/library/pages.git"), "v1.0", Some("pages (v1.0)")),
            (Some("https://git.example/library/pages/"), "", Some("pages")),
            (Some("git@git.example:pages"), "", Some("pages")),
            (None, "v1.0", None),
        ] {
            let origin = Origin {
                folder: folder.to_owned(),
                repository: repository.map(str::to_owned),
                commit: "0".repeat(40),
                date: "2030-04-01".to_owned(),
            };
            assert_eq!(reference(&origin).as_deref(), name);
        }
    }
}
