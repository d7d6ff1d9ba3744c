//! The oracles over the pages of all golden folders, and over this project's own.

use std::path::Path;

use codegen::{Options, SerdeStyle};

use crate::{oracle, pages};

#[test]
fn no_golden_folder_gives_a_crate_with_a_fault() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
    let folders =
        pages::entries(&pages::golden()).into_iter().map(|folder| folder.join("pages")).chain([own]);
    let mut faults = Vec::new();
    for folder in folders {
        let sources = pages::sources(pages::files(&folder));
        for serde in [SerdeStyle::Table, SerdeStyle::Derive] {
            let options = Options {
                serde,
                implied: true,
                page_url: Some("https://reference.example/{page}?view=1".to_owned()),
                ..Options::default()
            };
            let generated = codegen::generate(&sources, &options).unwrap();
            let found = oracle::faults(&sources, &generated).into_iter();
            faults.extend(found.map(|fault| format!("{}: {fault}", folder.display())));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
