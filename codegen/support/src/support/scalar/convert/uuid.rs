//! `uuid`.

use ::uuid::Uuid;

use super::read_as;
use crate::support::Guid;

read_as! {
    Guid => Uuid, "a GUID", |guid| guid.to_u128().ok().map(Uuid::from_u128);
}

impl From<Uuid> for Guid {
    fn from(uuid: Uuid) -> Self {
        Self::from(uuid.as_u128())
    }
}
