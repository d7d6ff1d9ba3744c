//! What has to be sent to change an object.

use crate::support::{Error, Extra, Json};

/// What an update sends to turn an object that was read into the one that is wanted. Make the wanted one by cloning what was
/// read: what is missing from it is removed.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # fn example(read: Book, id: &str) -> Result<(), Error> {
/// let mut wanted = read.clone();
/// wanted.title = Some("A better title".into());
/// wanted.comment = None;
/// let changes = read.changes_to(&wanted)?;
/// let request = book::update(id, &changes.body).clear_lost(&changes);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Changes<T> {
    /// The properties that differ, with their new values.
    pub body: T,
    /// The paths of the properties that were read and are not in the wanted object.
    pub lost: Vec<String>,
}

impl<T> Changes<T> {
    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool
    where
        T: Default + PartialEq,
    {
        self.lost.is_empty() && self.body == T::default()
    }
}

/// The members that differ, and the paths of those that are gone.
pub(super) fn difference(read: &Json, wanted: &Json) -> Result<(Json, Vec<String>), Error> {
    let (read, wanted): (Extra, Extra) = (read.decode()?, wanted.decode()?);
    // What the service says beside the properties is its own, but for what an object is related to.
    let is_sent = |name: &str| !name.contains('@') || name.ends_with("@odata.bind");
    let differs = |name: &str, value: &Json| read.get(name) != Some(value);
    let changed = wanted.iter().filter(|(name, value)| is_sent(name) && differs(name, value));
    let body: Extra = changed.map(|(name, value)| (name, value.clone())).collect();
    let mut lost = Vec::new();
    read.iter().filter(|(name, _)| is_sent(name)).for_each(|(name, value)| {
        gone(value, wanted.get(name), &name.replace('~', "~0").replace('/', "~1"), &mut lost);
    });
    Ok((Json::encode(&body)?, lost))
}

/// Finds what is gone, in objects inside of objects too.
fn gone(read: &Json, wanted: Option<&Json>, path: &str, lost: &mut Vec<String>) {
    let Some(wanted) = wanted else { return lost.push(path.to_owned()) };
    let (Ok(read), Ok(wanted)) = (read.decode::<Extra>(), wanted.decode::<Extra>()) else { return };
    for (name, value) in read.iter().filter(|(name, _)| !name.contains('@')) {
        let path = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
        gone(value, wanted.get(name), &path, lost);
    }
}
