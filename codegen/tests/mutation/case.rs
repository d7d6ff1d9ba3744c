//! A case: a page, some of those that it links to, and what is changed in them.

use std::collections::BTreeMap;
use std::path::Path;

use codegen::Input;

use crate::random::Random;
use crate::{change, pages};

/// The pages that cases are made of.
pub(crate) struct Corpus {
    references: Vec<Reference>,
}

/// The pages of one folder, each with the others that it links to.
struct Reference {
    pages: Vec<Input>,
    links: Vec<Vec<usize>>,
}

impl Corpus {
    /// The pages of the golden folders, and this project's own.
    pub(crate) fn own() -> Corpus {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
        let golden = pages::entries(&pages::golden()).into_iter().map(|folder| folder.join("pages"));
        Corpus { references: golden.chain([own]).map(|folder| Reference::read(&folder)).collect() }
    }

    /// The references in a folder.
    pub(crate) fn real(docs: &Path) -> Corpus {
        let folders = pages::entries(docs).into_iter().filter(|folder| folder.is_dir());
        Corpus { references: folders.map(|folder| Reference::read(&folder)).collect() }
    }

    /// The pages of a case.
    pub(crate) fn case(&self, seed: u64, number: u64) -> Vec<Input> {
        let mut random = Random::new(seed, number);
        // Large references have more to offer, and small ones their turn.
        let total: usize = self.references.iter().map(|reference| reference.pages.len()).sum();
        let mut at = random.below(total);
        let reference = match random.below(4) {
            0 => random.one(&self.references),
            _ => self
                .references
                .iter()
                .find(|reference| {
                    let is_here = at < reference.pages.len();
                    at = at.saturating_sub(reference.pages.len());
                    is_here
                })
                .unwrap(),
        };
        let mut inputs = reference.some(&mut random);
        for _ in 0..=random.below(4) {
            let at = random.below(inputs.len());
            let other = random.one(&reference.pages).bytes.clone();
            change::page(&mut inputs[at], &other, &mut random);
        }
        inputs
    }
}

impl Reference {
    fn read(folder: &Path) -> Reference {
        let mut pages = pages::files(folder);
        pages.retain(|page| page.path.ends_with(".md"));
        let names: BTreeMap<String, usize> =
            pages.iter().enumerate().map(|(at, page)| (name(&page.path), at)).collect();
        let links = pages.iter().map(|page| {
            let text = String::from_utf8_lossy(&page.bytes).into_owned();
            let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
            targets.filter_map(|target| names.get(&name(target)).copied()).collect()
        });
        Reference { links: links.collect(), pages }
    }

    /// A page, up to two that it links to, and sometimes a stranger.
    fn some(&self, random: &mut Random) -> Vec<Input> {
        let first = random.below(self.pages.len());
        let mut chosen = vec![first];
        for _ in 0..random.below(3) {
            match self.links[first].as_slice() {
                [] => chosen.push(random.below(self.pages.len())),
                links => chosen.push(*random.one(links)),
            }
        }
        chosen.sort();
        chosen.dedup();
        chosen.into_iter().map(|at| self.pages[at].clone()).collect()
    }
}

fn name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_lowercase()
}
