// First: an element that stands in the page already starts its worker when it is defined.
import './own-file.ts';
import './define.ts';
