//! The room that lists take: while one grows, it has more than it needs.

use super::Page;

impl Page {
    /// Gives back the room that the page's lists do not need. All pages are kept until the model is there.
    pub(super) fn shrink(&mut self) {
        self.summary.shrink_to_fit();
        let api = &mut self.api;
        api.exchanges.shrink_to_fit();
        api.routes.shrink_to_fit();
        api.permissions.shrink_to_fit();
        let sections = [&mut api.query, &mut api.request_body, &mut api.response];
        let sections = sections.into_iter().flat_map(|section| {
            section.text.shrink_to_fit();
            section.tables.iter_mut().map(|table| &mut table.rows).chain([&mut section.rows])
        });
        let resources = std::iter::once(&mut self.resource).chain(&mut self.sections);
        let resources = resources.flat_map(|resource| {
            resource.representations.shrink_to_fit();
            resource.methods.shrink_to_fit();
            [&mut resource.properties, &mut resource.relationships]
        });
        let parameters = [&mut api.headers, &mut api.function_parameters, &mut api.parameters];
        sections.chain(resources).chain(parameters).for_each(Vec::shrink_to_fit);
        self.enums.iter_mut().for_each(|table| table.members.shrink_to_fit());
    }
}
