import './site.css';
import '../entries/define.ts';
