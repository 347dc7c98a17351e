use super::{enums, shapes};

shapes! {}

enums! {}
