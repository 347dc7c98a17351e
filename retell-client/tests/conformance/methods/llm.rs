use super::methods;

methods! {}
